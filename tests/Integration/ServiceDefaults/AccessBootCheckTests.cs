using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Access;
using Xunit;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>A service whose contract leaves open who may call does not boot.</summary>
public sealed class AccessBootCheckTests
{
    static readonly AccessOption Complete = new() { Roles = { Role.Caseworker }, Rows = RowRule.Shared, Audit = Audit.None };

    [Fact]
    public void CompleteOption_Boots() =>
        Assert.Equal(Complete, Assert.Single(Check(Complete)).Value.Option);

    [Fact]
    public void MissingOption_IsRefusedNamingTheMethod() =>
        Assert.Contains("/probe.v1.OpenService/Look lacks the access option", Refused(null), StringComparison.Ordinal);

    [Fact]
    public void OptionWithoutRoles_IsRefused() => Assert.Contains("lacks roles", Refused(Without(option => option.Roles.Clear())), StringComparison.Ordinal);

    [Fact]
    public void OptionWithAnUnspecifiedRole_IsRefused() =>
        Assert.Contains("lacks a known role", Refused(Without(option => option.Roles.Add(Role.Unspecified))), StringComparison.Ordinal);

    [Fact]
    public void OptionWithoutRowRule_IsRefused() =>
        Assert.Contains("lacks rows", Refused(Without(option => option.Rows = RowRule.Unspecified)), StringComparison.Ordinal);

    [Fact]
    public void OptionWithoutAudit_IsRefused() =>
        Assert.Contains("lacks audit", Refused(Without(option => option.Audit = Audit.Unspecified)), StringComparison.Ordinal);

    [Theory]
    [InlineData(Audit.Read)]
    [InlineData(Audit.Write)]
    public void AuditedOptionWithoutSubjects_IsRefused(Audit audit) =>
        Assert.Contains("lacks subjects", Refused(Without(option => { option.Audit = audit; option.Subjects.Clear(); })), StringComparison.Ordinal);

    [Fact]
    public void SubjectThatNamesNoField_IsRefused() => Assert.Contains(
        "the audit's subject person_id names no field",
        Refused(Without(option => option.Subjects.Add(new AuditSubject { Kind = "resident", Response = "person_id" }))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/grpc.health.v1.Health/Check", true)]
    [InlineData("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo", true)]
    [InlineData("/grpc.health.v1.HealthX/Check", false)]
    [InlineData("/tsunagu.grpc.health.v1.Health/Check", false)]
    [InlineData("/tsunagu.referral.v1.ReferralService/GetReferral", false)]
    [InlineData("", false)]
    public void HealthAndReflectionAlone_AreExempt(string method, bool exempt) => Assert.Equal(exempt, AccessCatalog.IsExempt(method));

    static AccessOption Without(Action<AccessOption> change)
    {
        var option = Complete.Clone();
        change(option);
        return option;
    }

    static string Refused(AccessOption? option) => Assert.Throws<BootException>(() => { Check(option); }).Message;

    static Dictionary<string, MethodRule> Check(AccessOption? option)
    {
        OpenService.Descriptor = OpenService.Describe(option);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGrpc();
        using var app = builder.Build();
        app.MapGrpcService<OpenRpc>();
        return AccessBootCheck.Read(((IEndpointRouteBuilder)app).DataSources);
    }

    /// <summary>What a code generator makes of a service, with a descriptor that a test chooses.</summary>
    public static class OpenService
    {
        static readonly Marshaller<Empty> Messages = Marshallers.Create(message => message.ToByteArray(), Empty.Parser.ParseFrom);

        static readonly Method<Empty, Empty> Look = new(MethodType.Unary, "probe.v1.OpenService", "Look", Messages, Messages);

        public static ServiceDescriptor Descriptor { get; set; } = null!;

        public static void BindService(ServiceBinderBase binder, OpenServiceBase? service) =>
            binder.AddMethod(Look, service is null ? null : new UnaryServerMethod<Empty, Empty>(service.Look));

        public static ServiceDescriptor Describe(AccessOption? option)
        {
            var method = new MethodDescriptorProto { Name = "Look", InputType = ".google.protobuf.Empty", OutputType = ".google.protobuf.Empty" };
            if (option is not null)
            {
                method.Options = new MethodOptions();
                method.Options.SetExtension(OptionsExtensions.Access, option);
            }

            var file = new FileDescriptorProto
            {
                Name = "probe.proto",
                Package = "probe.v1",
                Syntax = "proto3",
                Dependency = { EmptyReflection.Descriptor.Name, OptionsReflection.Descriptor.Name },
                Service = { new ServiceDescriptorProto { Name = "OpenService", Method = { method } } },
            };
            var files = FileDescriptor.BuildFromByteStrings(
                [
                    DescriptorReflection.Descriptor.SerializedData, EmptyReflection.Descriptor.SerializedData,
                    OptionsReflection.Descriptor.SerializedData, file.ToByteString(),
                ],
                new ExtensionRegistry { OptionsExtensions.Access });
            return files[^1].Services[0];
        }

        [BindServiceMethod(typeof(OpenService), "BindService")]
        public abstract class OpenServiceBase
        {
            public virtual Task<Empty> Look(Empty request, ServerCallContext context) => Task.FromResult(request);
        }
    }

    sealed class OpenRpc : OpenService.OpenServiceBase;
}
