using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>What a code generator makes of a service with a call that streams both ways; the suite's contract has none.</summary>
public static class TalkService
{
    public static readonly Method<Empty, Empty> Talk = new(
        MethodType.DuplexStreaming, "probe.v1.TalkService", "Talk",
        Marshallers.Create(message => message.ToByteArray(), Empty.Parser.ParseFrom),
        Marshallers.Create(message => message.ToByteArray(), Empty.Parser.ParseFrom));

    public static ServiceDescriptor Descriptor { get; } = Describe();

    public static void BindService(ServiceBinderBase binder, TalkServiceBase? service) =>
        binder.AddMethod(Talk, service is null ? null : new DuplexStreamingServerMethod<Empty, Empty>(service.Talk));

    static ServiceDescriptor Describe()
    {
        var method = new MethodDescriptorProto
        {
            Name = "Talk",
            InputType = ".google.protobuf.Empty",
            OutputType = ".google.protobuf.Empty",
            ClientStreaming = true,
            ServerStreaming = true,
            Options = new MethodOptions(),
        };
        method.Options.SetExtension(
            OptionsExtensions.Access, new AccessOption { Roles = { Role.Caseworker }, Rows = RowRule.Shared, Audit = Audit.None });
        var file = new FileDescriptorProto
        {
            Name = "talk.proto",
            Package = "probe.v1",
            Syntax = "proto3",
            Dependency = { EmptyReflection.Descriptor.Name, OptionsReflection.Descriptor.Name },
            Service = { new ServiceDescriptorProto { Name = "TalkService", Method = { method } } },
        };
        return FileDescriptor.BuildFromByteStrings(
            [
                DescriptorReflection.Descriptor.SerializedData, EmptyReflection.Descriptor.SerializedData,
                OptionsReflection.Descriptor.SerializedData, file.ToByteString(),
            ],
            new ExtensionRegistry { OptionsExtensions.Access })[^1].Services[0];
    }

    [BindServiceMethod(typeof(TalkService), "BindService")]
    public abstract class TalkServiceBase
    {
        public abstract Task Talk(IAsyncStreamReader<Empty> requests, IServerStreamWriter<Empty> responses, ServerCallContext context);
    }
}
