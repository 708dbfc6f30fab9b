using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Support;

/// <summary>Who writes, for which agency, and when.</summary>
readonly record struct SupportAuthor(StaffId Staff, AgencyId Agency, DateTimeOffset At);
