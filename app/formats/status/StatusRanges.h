// SPDX-License-Identifier: Apache-2.0
// The last enumerator of every vocabulary of domain/status that travels. Private to formats/.
#pragma once

#include "domain/status/AuditFact.h"
#include "domain/status/Consents.h"
#include "domain/status/DeskSession.h"
#include "domain/status/Guidance.h"
#include "domain/status/StaffOrder.h"
#include "domain/status/VisitStatus.h"
#include "domain/text/Language.h"
#include "foundation/line/Fields.h"

namespace madoguchi::bus {

template<>
inline constexpr Stage kLast<Stage> = Stage::Erasing;
template<>
inline constexpr Language kLast<Language> = Language::English;
template<>
inline constexpr Method kLast<Method> = Method::StaffEye;
template<>
inline constexpr ConsentItem kLast<ConsentItem> = ConsentItem::CheckUps;
template<>
inline constexpr FaultCode kLast<FaultCode> = FaultCode::Internal;
template<>
inline constexpr FaultSpace kLast<FaultSpace> = FaultSpace::OpenCv;
template<>
inline constexpr Guidance kLast<Guidance> = Guidance::Good;
template<>
inline constexpr Outcome kLast<Outcome> = Outcome::SeeReception;
template<>
inline constexpr ResolutionReason kLast<ResolutionReason> = ResolutionReason::Unregistered;
template<>
inline constexpr Reservation kLast<Reservation> = Reservation::ListUnreadable;
template<>
inline constexpr StaffRole kLast<StaffRole> = StaffRole::Administrator;
template<>
inline constexpr DeskOperation kLast<DeskOperation> = DeskOperation::ReleaseStaff;
template<>
inline constexpr SessionState kLast<SessionState> = SessionState::Open;
template<>
inline constexpr DeskProblem kLast<DeskProblem> = DeskProblem::NotAllowed;
template<>
inline constexpr PageKind kLast<PageKind> = PageKind::QualificationSheet;
template<>
inline constexpr StaffOrder kLast<StaffOrder> = StaffOrder::TypeNumber;

} // namespace madoguchi::bus
