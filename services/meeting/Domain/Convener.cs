using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>招集機関, as the rules look at it.</summary>
/// <param name="Agency">Its code.</param>
/// <param name="Kind">Code of its kind, such as <c>city_department</c>; null when the directory does not know it.</param>
public readonly record struct Convener(AgencyId Agency, string? Kind);
