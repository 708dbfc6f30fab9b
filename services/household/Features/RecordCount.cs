using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households;

/// <summary>How many files or messages of a resident an agency keeps under one visibility.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="Visibility">The visibility.</param>
/// <param name="Files">True for files, false for messages.</param>
/// <param name="Count">How many.</param>
readonly record struct RecordCount(Guid ResidentId, AgencyId AgencyId, RecordVisibility Visibility, bool Files, int Count);
