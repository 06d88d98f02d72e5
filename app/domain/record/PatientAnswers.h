// SPDX-License-Identifier: Apache-2.0
// What a patient answers on the screen, apart from the digits of a PIN: all that the tables of a visit see of
// it.
#pragma once

#include "domain/status/Consents.h"
#include "domain/status/Method.h"
#include "domain/text/Language.h"

namespace madoguchi {

struct MethodChosen {
    Method method{Method::Pin};
};
struct LastTryConfirmed {}; ///< "yes, use the last try"
struct ConsentsGiven {
    Consents consents;
};
struct FirstUseAnswered {
    bool registerCard{false};
};
struct LanguageChosen {
    Language language{Language::Japanese};
};
struct MoreTimeWanted {};
struct HelpWanted {};
struct NoCardHere {}; ///< "I have no card"
struct Cancelled {};

} // namespace madoguchi
