using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>The subject of a staff member's token as a plain column.</summary>
sealed class StaffIdConverter() : ValueConverter<StaffId, string>(id => id.Value, value => new(value));
