// SPDX-License-Identifier: Apache-2.0
// Empty on purpose: CMake builds a precompiled header only for a target that has a source which uses it, and
// TestMain.cpp cannot (it configures Catch2 before including it).
