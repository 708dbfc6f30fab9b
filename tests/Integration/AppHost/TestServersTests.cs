using Npgsql;
using RabbitMQ.Client;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.AppHost;

public sealed class TestServersTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Postgres_WithoutPassword_RefusesEveryLogin()
    {
        await using var connection = new NpgsqlConnection(await TestServers.PostgresAsync());
        await connection.OpenAsync(Cancel);
        await using var rules = new NpgsqlCommand("SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'", connection);

        Assert.Equal(0L, await rules.ExecuteScalarAsync(Cancel));
        await Assert.ThrowsAsync<NpgsqlException>(async () =>
        {
            await using var stranger = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await TestServers.PostgresAsync()) { Password = null }.ConnectionString);
            await stranger.OpenAsync(Cancel);
        });
    }

    [Fact]
    public async Task Broker_TakesAQuorumQueue_AndItsMessage()
    {
        await using var connection = await new ConnectionFactory { Uri = new(await TestServers.BrokerAsync()) }.CreateConnectionAsync(Cancel);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        var queue = await channel.QueueDeclareAsync("quorum-probe", durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: Cancel);

        await channel.BasicPublishAsync("", queue.QueueName, new byte[] { 1 }, Cancel);

        Assert.Equal([1], (await ReceiveAsync(channel, queue.QueueName)).Body.ToArray());
    }

    [Fact]
    public async Task CopyDatabase_Twice_FillsTheTemplateOnceAndKeepsCopiesApart()
    {
        var filled = 0;
        Task<string> Copy() => TestServers.CopyDatabaseAsync("copied", async template =>
        {
            filled++;
            await ExecuteAsync(template, "CREATE TABLE thing (id int)");
        });

        var first = await Copy();
        var second = await Copy();
        await ExecuteAsync(first, "INSERT INTO thing VALUES (1)");

        Assert.Equal(1, filled);
        Assert.Equal(0L, await ExecuteAsync(second, "SELECT count(*) FROM thing"));
    }

    static async Task<BasicGetResult> ReceiveAsync(IChannel channel, string queue)
    {
        while (true)
        {
            if (await channel.BasicGetAsync(queue, autoAck: true, Cancel) is { } message)
                return message;
            await Task.Delay(20, Cancel);
        }
    }

    static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
