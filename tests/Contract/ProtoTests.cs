using Google.Protobuf.Reflection;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Contract;

public sealed class ProtoTests
{
    [Fact]
    public void Protos_MatchTheBaseline() => Baseline.Matches("protos.txt", ContractFiles.All.SelectMany(Describe));

    [Fact]
    public void EveryEnum_BeginsWithUnspecified() =>
        Assert.Empty(ContractFiles.All.SelectMany(file => file.EnumTypes)
            .Where(type => type.FindValueByNumber(0)?.Name.EndsWith("_UNSPECIFIED", StringComparison.Ordinal) != true)
            .Select(type => type.FullName));

    /// <summary>A read has no effect to repeat; anything else takes the client's request_id.</summary>
    [Fact]
    public void EveryWrite_TakesARequestId() =>
        Assert.Empty(ContractFiles.Methods
            .Where(method => Suite.Access(method).Audit == Contracts.Options.V1.Audit.Write)
            .Where(method => method.InputType.FindFieldByName("request_id") is null)
            .Select(method => method.FullName));

    static IEnumerable<string> Describe(FileDescriptor file) =>
    [
        .. file.MessageTypes.SelectMany(Describe),
        .. file.EnumTypes.SelectMany(type => type.Values.Select(value => $"{type.FullName}.{value.Name} = {value.Number}")),
        .. file.Services.SelectMany(service => service.Methods.Select(Describe)),
    ];

    static IEnumerable<string> Describe(MessageDescriptor message) =>
        message.Fields.InFieldNumberOrder().Select(field =>
            $"{message.FullName}.{field.JsonName} = {field.FieldNumber} : {(field.IsRepeated ? "repeated " : "")}{TypeOf(field)}")
        .Concat(message.NestedTypes.SelectMany(Describe));

    static string TypeOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };

    static string Describe(MethodDescriptor method) =>
        $"{method.FullName}({(method.IsClientStreaming ? "stream " : "")}{method.InputType.FullName}) : "
        + $"{(method.IsServerStreaming ? "stream " : "")}{method.OutputType.FullName} [{Suite.Rest(method)}]";
}
