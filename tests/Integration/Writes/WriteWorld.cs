using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Npgsql;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Intake;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>All five services with the sample city, and their databases.</summary>
public sealed class WriteWorld : IAsyncLifetime
{
    static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);
    static readonly string[] Names = ["household", "intake", "referral", "meeting", "notification"];

    readonly Dictionary<string, ServiceHost> hosts = [];
    readonly Dictionary<string, string> databases = [];
    TestSuite suite = null!;

    public Resident Resident { get; private set; } = null!;

    /// <summary>Somebody of another household, whom writes may hide.</summary>
    public Resident Hidden { get; private set; } = null!;

    public string Broker => suite.Broker;

    public string Authority => suite.Issuer.Authority;

    public async ValueTask InitializeAsync()
    {
        suite = await TestSuite.StartAsync();
        foreach (var name in Names)
        {
            databases[name] = await TestSuite.NewDatabaseAsync(name);
            hosts[name] = await suite.StartAsync(
                name, ($"ConnectionStrings:{name}-db", databases[name]), ("SampleData:Path", Repository.PathOf("apphost/sample")));
        }

        var residents = await Register.FillAsync(
            new(As("household", Token("admin-01", "information-systems", "administrator"))),
            new(As("household", Token("welfare-01", "welfare-general", "caseworker"))));
        (Resident, Hidden) = (residents[0], residents[2]);
    }

    public ValueTask DisposeAsync() => suite.DisposeAsync();

    public string Token(string staff, string agency, string role) => suite.Issuer.ForStaff(staff, agency, role);

    public ServiceState StateOf(string service) => new(databases[service]);

    public string DatabaseOf(string service) => databases[service];

    public Uri AddressOf(string service) => hosts[service].GrpcAddress;

    public CallInvoker As(string service, string token) => hosts[service].As(token, "test");

    /// <summary>Writes past a service what cannot be brought about through it within a test.</summary>
    public async Task ExecuteAsync(string service, string sql)
    {
        await using var connection = new NpgsqlConnection(databases[service]);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public Task<Answer> CallAsync(string rpc, string service, Prepared prepared) => CallAsync(rpc, As(service, prepared.Token), prepared);

    /// <summary>Makes a call of any RPC.</summary>
    public static async Task<Answer> CallAsync(string rpc, CallInvoker invoker, Prepared prepared)
    {
        var method = Write.InContract[rpc];
        try
        {
            return new(method.OutputType.Parser.ParseFrom(await BytesAsync(method, invoker, prepared)), StatusCode.OK, "");
        }
        catch (RpcException refusal)
        {
            return Answer.Of(refusal);
        }
    }

    // A program of its own takes long to start where everything else starts as well.
    const int StartSeconds = 120;

    /// <summary>A connection to a service through a line, opened before the line goes deaf.</summary>
    public static async Task<CallInvoker> ThroughAsync(DeafLine line, string token)
    {
        var invoker = ServiceHost.At(line.Address, token, "test");
        var health = new Method<byte[], byte[]>(MethodType.Unary, "grpc.health.v1.Health", "Check", Bytes, Bytes);
        await Eventually.GetAsync(
            async () =>
            {
                try
                {
                    _ = await invoker.AsyncUnaryCall(health, null, new(deadline: DateTime.UtcNow.AddSeconds(10)), []);
                    return true;
                }
                catch (RpcException)
                {
                    // Still starting.
                    return false;
                }
            },
            answered => answered,
            StartSeconds);
        return invoker;
    }

    static async Task<byte[]> BytesAsync(MethodDescriptor descriptor, CallInvoker invoker, Prepared prepared)
    {
        var type = descriptor.IsClientStreaming ? MethodType.ClientStreaming : MethodType.Unary;
        var method = new Method<byte[], byte[]>(type, descriptor.Service.FullName, descriptor.Name, Bytes, Bytes);
        var options = new CallOptions(deadline: DateTime.UtcNow.AddMinutes(2));
        if (type is MethodType.Unary)
            return await invoker.AsyncUnaryCall(method, null, options, prepared.Messages[0].ToByteArray());
        using var call = invoker.AsyncClientStreamingCall(method, null, options);
        foreach (var message in prepared.Messages)
            await call.RequestStream.WriteAsync(message.ToByteArray());
        await call.RequestStream.CompleteAsync();
        return await call;
    }
}
