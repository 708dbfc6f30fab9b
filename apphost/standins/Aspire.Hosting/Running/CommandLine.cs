namespace Aspire.Hosting.Running;

static class CommandLine
{
    static readonly string[] Flags = ["--ephemeral", "--no-dashboard"];

    /// <summary>Gives each flag the value the configuration provider wants, so that it does not swallow the next argument.</summary>
    public static string[] WithFlagValues(string[] args) => [.. args.Select(arg => Flags.Contains(arg) ? arg + "=true" : arg)];
}
