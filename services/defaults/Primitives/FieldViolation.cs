namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>What is wrong with one field of a request.</summary>
/// <param name="Field">Field path as in the proto, such as <c>content.purpose</c>.</param>
/// <param name="Detail">What is wrong, in Japanese, without the value that was sent.</param>
public sealed record FieldViolation(string Field, string Detail);
