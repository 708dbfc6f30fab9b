using System.Runtime.CompilerServices;

namespace Tsunagu.Tests.TestKit;

/// <summary>The source tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Full path of a file or folder of the repository.</summary>
    public static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Root(), relative));

    static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..");
}
