using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>The code of an agency as a plain column.</summary>
sealed class AgencyIdConverter() : ValueConverter<AgencyId, string>(id => id.Value, value => new(value));
