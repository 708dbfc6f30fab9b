using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary><c>timestamptz</c> takes UTC alone.</summary>
sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(value => value.ToUniversalTime(), value => value);
