namespace Tsunagu.ServiceDefaults;

/// <summary>The service must not start: the message is one clear line that says what to mend, without personal data.</summary>
/// <param name="message">What to mend.</param>
public sealed class BootException(string message) : Exception(message);
