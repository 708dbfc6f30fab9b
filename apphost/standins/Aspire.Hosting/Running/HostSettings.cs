using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>What configuration, command line and environment ask of the host.</summary>
sealed record HostSettings(string ApplicationName, string Environment, string AppHostDirectory, bool Dashboard, Uri DashboardUrl, Uri OtlpGrpcUrl, Uri OtlpHttpUrl,
    string? ServerSource, IReadOnlyDictionary<string, string> Assemblies)
{
    const string OutputPrefix = "aspireprojectoutput:";

    public static HostSettings Read(IConfiguration configuration, IHostEnvironment environment, string folder, Assembly? assembly, DistributedApplicationOptions options) => new(
        environment.ApplicationName, environment.EnvironmentName, folder,
        !options.DisableDashboard && !configuration.GetValue<bool>("no-dashboard"),
        Address(configuration, "ASPNETCORE_URLS", 18888), Address(configuration, "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", 18889), Address(configuration, "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", 18890),
        configuration["servers"],
        (assembly?.GetCustomAttributes<AssemblyMetadataAttribute>() ?? []).Where(item => item.Key.StartsWith(OutputPrefix, StringComparison.Ordinal))
            .ToDictionary(item => item.Key[OutputPrefix.Length..], item => item.Value ?? "", StringComparer.Ordinal));

    static Uri Address(IConfiguration configuration, string key, int port) =>
        Uri.TryCreate(configuration[key]?.Split(';')[0], UriKind.Absolute, out var address) ? address : new UriBuilder("http", "localhost", port).Uri;
}

static class AppHostFolder
{
    /// <summary>The folder of the app host project, as the SDK recorded it; the current folder for any other assembly.</summary>
    public static string Of(Assembly? assembly)
    {
        var project = assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(item => item.Key == "apphostprojectpath")?.Value;
        var folder = Path.GetDirectoryName(project);
        return Directory.Exists(folder) ? folder : Directory.GetCurrentDirectory();
    }
}

static class CommandLine
{
    static readonly string[] Flags = ["--ephemeral", "--no-dashboard"];

    /// <summary>Gives each flag the value the configuration provider wants, so that it does not swallow the next argument.</summary>
    public static string[] WithFlagValues(string[] args) => [.. args.Select(arg => Flags.Contains(arg) ? arg + "=true" : arg)];
}
