using System.Reflection;

namespace Aspire.Hosting.Running;

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
