using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;
using Xunit;

namespace Tsunagu.Tests.Unit.Gateway;

public sealed class CatalogueTests
{
    [Fact]
    public void EveryRpcOfTheProtos_IsInTheCatalogue()
    {
        using var stream = typeof(AccessOption).Assembly.GetManifestResourceStream("tsunagu.protoset")!;
        var written = FileDescriptorSet.Parser.ParseFrom(stream).File
            .SelectMany(f => f.Service.SelectMany(s => s.Method.Select(m => $"{f.Package}.{s.Name}.{m.Name}")));

        Assert.Equal(written.Order(StringComparer.Ordinal), Contract.Catalogue.Operations.Select(o => o.Name));
    }

    [Fact]
    public void Service_IsTheAreaOfThePackage() =>
        Assert.Equal(["household", "intake", "meeting", "notification", "referral"], Contract.Catalogue.Services);

    [Fact]
    public void AccessOption_IsReadFromTheDescriptor()
    {
        var access = Contract.Operation("GetHouseholdView").Access!;

        Assert.True(access.PurposeRequired);
        Assert.Contains(Role.Caseworker, access.Roles);
    }

    [Fact]
    public void Upload_NamesItsChunkField() => Assert.Equal("chunk", Contract.Operation("ImportFeed").Upload!.ChunkField);

    [Fact]
    public void EventStream_NamesIdAndResumeField()
    {
        var stream = Contract.Operation("WatchInbox").EventStream!;

        Assert.Equal(("cursor", "after"), (stream.IdField, stream.ResumeField));
    }

    [Fact]
    public void RpcWithoutHttpRule_HasNoRestForm() => Assert.Empty(Contract.Operation("GetDeliveryTarget").Bindings);

    [Fact]
    public void Comment_IsThatOfTheProtoOnOneLine() => Assert.Equal(
        "DRAFT or RETURNED → SENT, by the sending agency; may mend the sheet on the way.",
        Contract.Comments[Contract.Operation("SendReferral").Name]);
}
