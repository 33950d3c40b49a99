// SPDX-License-Identifier: Apache-2.0
#pragma once

class QQuickWindow;

namespace smartca::app {

/// Prints {"firstFrameMs","rssMb"} when the window's first frame is on the screen, and quits. Time counts
/// from the start of the process (the kernel's own mark, 10 ms apart), so that loading libraries is in it.
void benchFirstFrame(QQuickWindow *window);

} // namespace smartca::app
