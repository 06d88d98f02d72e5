// SPDX-License-Identifier: Apache-2.0
// curl_easy_setopt with its answer looked at. Internal to this module.
#pragma once

#include <curl/curl.h>

namespace madoguchi {

template<typename Value>
[[nodiscard]] bool setOption(CURL* handle, CURLoption option, Value value)
{
    return curl_easy_setopt(handle, option, value) == CURLE_OK;
}

} // namespace madoguchi
