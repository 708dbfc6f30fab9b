using System.Runtime.InteropServices;

namespace Aspire.Hosting.Processes;

static partial class ProcessGroup
{
    const int KillSignal = 9;

    /// <summary>Kills every process of a group; a group that is gone is no error.</summary>
    public static void Kill(int group) => _ = Signal(-group, KillSignal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
