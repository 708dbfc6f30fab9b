namespace Tsunagu.Contracts.Events;

/// <summary>
/// Marks a text property of an event as an identifier or a code: at most 100 characters of letters, digits and
/// <c>. _ : -</c>. Text without this mark is refused by a test, because free text may carry personal data.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeAttribute : Attribute;
