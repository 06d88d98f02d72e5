// SPDX-License-Identifier: Apache-2.0
// Overwrites a secret's buffer on every way out of a scope. A courtesy: what erases a visit is the death of
// its process group.
#pragma once

#include <openssl/crypto.h>

namespace madoguchi {

template<typename Buffer>
class Cleansed {
public:
    explicit Cleansed(Buffer& buffer) : buffer_{buffer} {}
    ~Cleansed() { OPENSSL_cleanse(buffer_.data(), buffer_.size()); }
    Cleansed(const Cleansed&) = delete;
    Cleansed& operator=(const Cleansed&) = delete;

private:
    Buffer& buffer_;
};

} // namespace madoguchi
