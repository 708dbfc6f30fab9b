using Aspire.Hosting.Processes;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>Finds the start script of RabbitMQ.</summary>
static class RabbitMQBinaries
{
    // Debian's /usr/sbin/rabbitmq-server insists on Debian's own folders; the script behind it does not.
    const string Debian = "/usr/lib/rabbitmq/bin";
    static readonly string[] Others = ["/usr/local/sbin", "/opt/homebrew/sbin", "/opt/rabbitmq/sbin"];

    public static string? Find() =>
        ((string[])[Debian, .. Others, .. Tool.SearchPath()]).Select(folder => Path.Combine(folder, "rabbitmq-server")).FirstOrDefault(File.Exists);
}
