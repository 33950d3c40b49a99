// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Smartca.Design

Item {
    id: root

    width: 390
    height: 600

    Column {
        width: 350

        Button {
            id: button

            width: parent.width
            text: "Tiếp tục"
            missing: "Nhập thêm 2 số"
        }
        CodeField {
            id: code

            width: parent.width
            label: "Mã kích hoạt"
            onEdited: text => code.code = text.toUpperCase().replace(/[^0-9A-Z]/g, "").slice(0, 8)
        }
        Seal {
            id: seal
        }
        NumberPad {
            id: pad

            width: parent.width
        }
    }

    SignalSpy { id: activated; target: button; signalName: "activated" }
    SignalSpy { id: missingWanted; target: button; signalName: "missingWanted" }
    SignalSpy { id: digits; target: pad; signalName: "digitPressed" }

    TestCase {
        name: "Controls"
        when: windowShown

        function init() {
            button.ready = true;
            button.busy = false;
            activated.clear();
            missingWanted.clear();
            digits.clear();
            code.code = "";
        }
        function test_the_seal_is_pressed_on_when_it_appears() {
            seal.visible = false;
            seal.visible = true;
            verify(seal.scale < 1);
            compare(seal.drawn, 0);
            tryCompare(seal, "scale", 1);
            tryCompare(seal, "drawn", 1);
        }
        function test_the_seal_stands_there_at_once_where_nothing_shall_move() {
            Tokens.reduceMotion = true;
            seal.visible = false;
            seal.visible = true;
            compare(seal.scale, 1);
            compare(seal.drawn, 1);
            Tokens.reduceMotion = false;
        }
        function test_a_button_answers_to_return_and_space() {
            button.forceActiveFocus();
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            compare(activated.count, 2);
        }
        function test_a_button_that_is_not_ready_says_what_is_missing_and_leads_there() {
            button.ready = false;
            compare(button.Accessible.name, "Nhập thêm 2 số");
            mouseClick(button);
            compare(activated.count, 0);
            compare(missingWanted.count, 1);
        }
        function test_a_busy_button_does_nothing() {
            button.busy = true;
            mouseClick(button);
            compare(activated.count, 0);
        }
        function test_the_code_field_shows_what_the_model_made_of_the_keys() {
            code.take(Qt.OtherFocusReason);
            for (const key of ["k", "-", "7", " ", "m"])
                keyClick(key);
            compare(code.code, "K7M");
            compare(code.place, 3);
            keyClick(Qt.Key_Backspace);
            compare(code.code, "K7");
        }
        function test_the_code_field_holds_eight_characters() {
            code.take(Qt.OtherFocusReason);
            for (const key of "k7mp4qxt99")
                keyClick(key);
            compare(code.code, "K7MP4QXT");
        }
        function test_a_locked_pad_sends_nothing() {
            pad.locked = true;
            mouseClick(pad, 20, 20);
            compare(digits.count, 0);
            pad.locked = false;
            mouseClick(pad, 20, 20);
            compare(digits.count, 1);
            compare(digits.signalArguments[0][0], 1);
        }
    }
}
