namespace Aspire.Hosting.Processes;

/// <summary>Who runs a server: root hands over to the server's own user, anyone else runs it as they are.</summary>
/// <param name="name">The user of the server.</param>
sealed class ServiceUser(string name)
{
    static bool IsRoot => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>The command, run as the user.</summary>
    public IReadOnlyList<string> Run(params IReadOnlyList<string> command) =>
        IsRoot ? ["setpriv", $"--reuid={name}", $"--regid={name}", "--init-groups", "--", .. command] : command;

    /// <summary>Makes a folder that only the user can read.</summary>
    public async Task<string> MakeFolderAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await OwnAsync(path, cancellationToken);
        return path;
    }

    /// <summary>Writes a file that only the user can read.</summary>
    public async Task WriteAsync(string path, string content, CancellationToken cancellationToken)
    {
        File.Delete(path);
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        await using (var writer = new StreamWriter(path, create))
            await writer.WriteAsync(content.AsMemory(), cancellationToken);
        await OwnAsync(path, cancellationToken);
    }

    async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (IsRoot)
            await Tool.RunAsync(["chown", $"{name}:", path], null, cancellationToken);
    }
}
