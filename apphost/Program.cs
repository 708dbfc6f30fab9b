using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tsunagu.AppHost;

// The story begins with fresh data, so that no other city is in its way.
var builder = DistributedApplication.CreateBuilder(args is ["demo", ..] ? [.. args, "--ephemeral"] : args);

var servicePassword = builder.AddParameter("service-password", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
var clientSecret = builder.AddParameter("client-secret", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

var audit = AuditFolder.Of(builder);

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var messaging = builder.AddRabbitMQ("messaging").WithDataVolume();

var household = Service<Projects.Household>("household");
var intake = Service<Projects.Intake>("intake").WithReference(household);
var referral = Service<Projects.Referral>("referral").WithReference(intake);
var meeting = Service<Projects.Meeting>("meeting").WithReference(intake).WithReference(referral);
var notification = Service<Projects.Notification>("notification").WithReference(referral);

var gateway = builder.AddProject<Projects.Gateway>("gateway")
    .WithHttpEndpoint(port: builder.Port("Gateway:HttpPort", 8080), name: "http", env: "HTTP_PORT")
    .WithHttpEndpoint(port: builder.Port("Gateway:GrpcPort", 8081), name: "grpc", env: "GRPC_PORT")
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health", endpointName: "http")
    .WithReference(household).WithReference(intake).WithReference(referral).WithReference(meeting).WithReference(notification);

// Tokens come from the issuer named in Identity:Authority, else from the gateway's own for sample staff.
var authority = ReferenceExpression.Create($"{gateway.GetEndpoint("http")}/dev");
if (builder.Configuration["Identity:Authority"] is { Length: > 0 } issuer)
    authority = ReferenceExpression.Create($"{issuer}");
else
    gateway.WithEnvironment("DevIssuer__KeyPath", Path.Combine(builder.AppHostDirectory, ".data", "dev-issuer.pem"));

foreach (var project in (IResourceBuilder<ProjectResource>[])[household, intake, referral, meeting, notification, gateway])
    project.WithEnvironment("Identity__Authority", authority)
        .WithEnvironment("Identity__ClientId", project.Resource.Name)
        .WithEnvironment("Identity__ClientSecret", clientSecret)
        .WithEnvironment("SampleData__Path", Path.Combine(builder.AppHostDirectory, "sample"));

return await Suite.RunAsync(builder, args);

// Five services of one shape: a database of their own, gRPC on one port, probes on another.
IResourceBuilder<ProjectResource> Service<TProject>(string name) where TProject : IProjectMetadata, new()
{
    var database = postgres.AddDatabase($"{name}-db");
    return builder.AddProject<TProject>(name)
        .WithReplicas(builder.Replicas())
        .WithHttpEndpoint(name: "grpc", env: "GRPC_PORT").WithEndpoint("grpc", grpc => grpc.Transport = "http2")
        .WithHttpEndpoint(name: "probes", env: "PROBE_PORT")
        .WithHttpHealthCheck("/health", endpointName: "probes")
        .WithReference(database).WaitFor(database)
        .WithReference(messaging).WaitFor(messaging)
        .WithEnvironment("Database__ServicePassword", servicePassword)
        .WithEnvironment("Audit__SigningKey", audit.SigningKey)
        .WithEnvironment("Audit__CheckpointDirectory", audit.Checkpoints);
}
