// SPDX-License-Identifier: Apache-2.0
#pragma once

// qpdf's JSON.hh holds a vector of a class that is not complete yet; clang with libstdc++ 12 refuses that in
// C++20 (GCC takes it). None of it is used here, so clang gets the name alone.
#ifdef __clang__
#define JSON_HH
class JSON;
#endif

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>
