namespace Tsunagu.AppHost.Demo;

/// <summary>The story cannot go on; the message is for the person at the console.</summary>
sealed class DemoFailure(string message, Exception? cause = null) : Exception(message, cause);
