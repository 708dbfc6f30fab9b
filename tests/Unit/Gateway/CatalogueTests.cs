using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Gateway.Catalogue;
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

        Assert.Equal(written.Order(StringComparer.Ordinal), Contract.Catalogue.Operations.Select(o => o.Method.FullName).Distinct());
    }

    [Fact]
    public void CommonRpc_HasAFormForEachServiceUnderItsName()
    {
        var forms = Contract.Catalogue.Operations.Where(o => o.Method.FullName == "tsunagu.audit.v1.AuditService.GetAuditCheckpoint").ToList();

        Assert.Equal(Contract.Catalogue.Services, forms.Select(o => o.Service));
        Assert.All(forms, o => Assert.Equal(
            ["v1", o.Service, "audit", "checkpoint"], Assert.Single(o.Bindings).Path.Segments.Select(segment => segment.Text)));
    }

    [Fact]
    public void CommonRpcThatIsAskedEverywhere_HasTheFormOfTheContractToo()
    {
        var form = Assert.Single(Contract.Catalogue.Operations, o => o.Form == OperationForm.OfAll);

        Assert.Equal(("SearchAudit", "search", 2), (form.Method.Name, Assert.Single(form.Bindings).Path.Verb, form.Bindings[0].Path.Segments.Count));
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
    public void Download_IsAStreamOfBytes()
    {
        var downloads = Contract.Catalogue.Operations.Where(o => o.Download is not null).ToList();

        Assert.Contains(downloads, o => o.Method.Name == "DownloadResidentFile");
        Assert.All(downloads, o => Assert.True(o.Method is { IsServerStreaming: true, IsClientStreaming: false, OutputType.FullName: "google.api.HttpBody" }, o.Name));
    }

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
