using System.Net.Sockets;
using System.Text;
using Npgsql;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Telemetry;

/// <summary>
/// An exception as log and trace may hold it: types and stack, and the message only of those whose text is known to be
/// ours or about connections. Any other message may quote what a person typed.
/// </summary>
static class ExceptionText
{
    static readonly string[] PlainSources =
    [
        "Microsoft.Extensions.", "Microsoft.AspNetCore.Server.Kestrel", "RabbitMQ.Client", "MassTransit.RabbitMqTransport",
    ];

    /// <summary>Type, safe message and stack of the exception and its causes.</summary>
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (var e = exception; e is not null; e = e.InnerException)
        {
            text.Append(text.Length == 0 ? "" : "\n ---> ").Append(e.GetType().FullName);
            if (Message(e) is { } message)
                text.Append(": ").Append(message);
            if (e.StackTrace is { } stack)
                text.Append('\n').Append(stack);
        }

        return text.ToString();
    }

    /// <summary>The message if it is safe, else null.</summary>
    public static string? Message(Exception exception) => exception switch
    {
        Refusal refusal => refusal.Code,
        BootException or HandlingFailedException or HandlingPostponedException or SocketException => exception.Message,
        PostgresException postgres => $"{postgres.SqlState} {postgres.TableName} {postgres.ConstraintName}".TrimEnd(),
        NpgsqlException => exception.Message,
        _ when Array.Exists(PlainSources, source => exception.Source?.StartsWith(source, StringComparison.Ordinal) == true) =>
            exception.Message,
        _ => null,
    };
}
