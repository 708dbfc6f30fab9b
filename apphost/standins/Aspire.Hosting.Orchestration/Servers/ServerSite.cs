namespace Aspire.Hosting.Servers;

/// <summary>What a server is to be started with.</summary>
/// <param name="Name">Name of the resource.</param>
/// <param name="Folder">Where its data goes.</param>
/// <param name="ContainerName">A name no other application uses for a container or volume.</param>
/// <param name="IsEphemeral">Whether the data is removed at the end; it need not survive a crash of the machine then.</param>
/// <param name="Port">The port to listen on.</param>
/// <param name="UserName">The user to create.</param>
/// <param name="Password">The password of the user.</param>
/// <param name="Log">Receives lines for the console of the resource.</param>
sealed record ServerSite(string Name, string Folder, string ContainerName, bool IsEphemeral, int Port, string UserName, string Password, Action<string> Log)
{
    /// <summary>Shell command that removes data that is not kept; the last server to end removes the folder they share.</summary>
    public string Cleanup => !IsEphemeral ? "" : $"""
        rm -rf '{Folder}'
        cd '{Path.GetDirectoryName(Folder)}' && [ -z "$(find . -mindepth 1 -type d -print -quit)" ] && rm -rf "$PWD"
        """;
}
