using System.Security.Cryptography;
using Grpc.Core;
using Npgsql;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Files, photos and messages of a resident.</summary>
public sealed class ResidentRecordTests(RegisteredCity fixture) : IClassFixture<RegisteredCity>, IAsyncLifetime
{
    const string Elsewhere = "tax-collection";

    string resident = "";

    ResidentRecordService.ResidentRecordServiceClient Records => fixture.Records();

    ResidentRecordService.ResidentRecordServiceClient Others => fixture.Records(Elsewhere);

    public async ValueTask InitializeAsync() => resident = (await fixture.NamedAsync("久保田隆史")).ResidentId;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task File_ComesBackAsItWentIn_InPieces()
    {
        var scan = new byte[700_000];
        Seed.NewRandom().NextBytes(scan);
        byte[] pdf = [.. "%PDF-1.7\n"u8, .. scan];
        var file = await Kept.FileAsync(Records, resident, pdf, @"C:\Users\a\診断書.txt");

        Assert.Equal(("診断書.txt", "application/pdf", (long)pdf.Length, FileMetadata.Kept), (file.FileName, file.ContentType, file.Bytes, file.Metadata));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), file.Sha256);
        var pieces = await DownloadAsync(Others, file);
        Assert.True(pieces.Count > 1);
        Assert.Equal(pdf, pieces.SelectMany(p => p.Data.ToByteArray()));
        Assert.All(pieces, piece => Assert.Equal("application/pdf", piece.ContentType));
        Assert.Contains(file, (await Others.ListResidentFilesAsync(new() { ResidentId = resident, PageSize = 100 })).Files);
    }

    [Fact]
    public async Task Photo_IsKeptWithoutPlaceAndDevice()
    {
        // Exif with a text, then a frame, a scan and the end; behind it what a telephone appends.
        byte[] place = [.. "35.8530N 139.4120E"u8];
        byte[] exif = [0xFF, 0xE1, 0, (byte)(8 + place.Length), .. "Exif\0\0"u8, .. place];
        byte[] picture = [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9];
        byte[] clean = [0xFF, 0xD8, .. picture];
        var file = await Kept.FileAsync(Records, resident, [0xFF, 0xD8, .. exif, .. picture, .. place], "玄関.jpg");

        Assert.Equal(("image/jpeg", (long)clean.Length, FileMetadata.Removed), (file.ContentType, file.Bytes, file.Metadata));
        Assert.Equal(clean, (await DownloadAsync(Records, file)).SelectMany(p => p.Data.ToByteArray()));
    }

    [Fact]
    public async Task FileThatIsRefused_LeavesNothing()
    {
        foreach (var (status, code, bytes) in new (StatusCode, string, byte[])[]
        {
            (StatusCode.InvalidArgument, "FILE_EMPTY", []),
            (StatusCode.InvalidArgument, "FILE_KIND_REFUSED", [.. "PK"u8, 3, 4, 20, 0, 0, 0, 8, 0]),
            (StatusCode.InvalidArgument, "FILE_BROKEN", [0xFF, 0xD8, 0xFF, 0xDB, 0, 2, 0, 0, 0]),
            (StatusCode.ResourceExhausted, "FILE_TOO_LARGE", new byte[HouseholdFixture.LargestFile + 1]),
        })
        {
            if (code == "FILE_TOO_LARGE")
                bytes.AsSpan().Fill((byte)'a');
            var refusal = await Refusals.AssertAsync(status, code, () => UploadAsync(resident, bytes));
            Assert.Equal(code == "FILE_TOO_LARGE", refusal.Detail.Contains("2,000,000バイト", StringComparison.Ordinal));
        }
        await Refusals.AssertAsync(StatusCode.InvalidArgument, "FIELD_INVALID", () => UploadAsync(resident, Kept.Text(), @"C:\記録\"));
        await Refusals.AssertAsync(StatusCode.NotFound, "RESIDENT_NOT_FOUND", () => UploadAsync(Kept.NewId(), Kept.Text()));
        Assert.Equal(0, await Eventually.GetAsync(UnfinishedAsync, left => left == 0));
    }

    [Fact]
    public async Task UploadThatBreaksOff_LeavesNothing()
    {
        using (var upload = Records.AddResidentFile())
        {
            foreach (var part in Kept.FileParts(resident, Kept.Text(new string('a', 600_000))))
                await upload.RequestStream.WriteAsync(part);
            Assert.True(await Eventually.GetAsync(UnfinishedAsync, begun => begun > 0) > 0);
        }
        Assert.Equal(0, await Eventually.GetAsync(UnfinishedAsync, left => left == 0));
    }

    [Fact]
    public async Task FileThatIsAddedWhileItsUploadIsDropped_KeepsItsBytes()
    {
        const string Added = "resident_file_chunks c join resident_files f on f.id = c.file_id where f.added_at is not null and f.bytes = 0";
        await using var beside = await fixture.ConnectAsync();
        using (var upload = Records.AddResidentFile())
        {
            foreach (var part in Kept.FileParts(resident, Kept.Text(new string('a', 600_000))))
                await upload.RequestStream.WriteAsync(part);
            Assert.Equal(2, await Eventually.GetAsync(UnfinishedChunksAsync, stored => stored == 2));
            await ExecuteAsync(beside, "begin; set local tsunagu.principal = 'handler:resident-files'; update resident_files set added_at = now() where added_at is null");
        }
        Assert.Equal(1, await Eventually.GetAsync(() => BusyAsync("wait_event_type = 'Lock'"), waiting => waiting == 1));
        await ExecuteAsync(beside, "commit");

        Assert.Equal(0, await Eventually.GetAsync(() => BusyAsync("xact_start is not null"), busy => busy == 0));
        Assert.Equal(2, await AsStoreAsync(Added));
    }

    [Fact]
    public async Task SameRequestIdWithOtherBytes_IsRefused_AndWithTheSameAnsweredAgain()
    {
        var id = Kept.NewId();
        var first = await Kept.FileAsync(Records, resident, Kept.Text("一"), requestId: id);
        Assert.Equal(first, await Kept.FileAsync(Records, resident, Kept.Text("一"), requestId: id));
        await Refusals.AssertAsync(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", () => Kept.FileAsync(Records, resident, Kept.Text("二"), requestId: id));
        Assert.Equal(0, await UnfinishedAsync());
    }

    [Fact]
    public async Task WhatAnAgencyKeepsToItself_IsNotThereForOthers()
    {
        var file = await Kept.FileAsync(Records, resident, Kept.Text(), visibility: RecordVisibility.OwnAgency);
        var message = await Kept.MessageAsync(Records, resident, visibility: RecordVisibility.OwnAgency);

        Assert.Contains(file, (await Records.ListResidentFilesAsync(new() { ResidentId = resident, PageSize = 100 })).Files);
        Assert.Contains(message, (await Records.ListResidentMessagesAsync(new() { ResidentId = resident, PageSize = 100 })).Messages);
        Assert.DoesNotContain(file, (await Others.ListResidentFilesAsync(new() { ResidentId = resident, PageSize = 100 })).Files);
        Assert.DoesNotContain(message, (await Others.ListResidentMessagesAsync(new() { ResidentId = resident, PageSize = 100 })).Messages);
        await Refusals.AssertAsync(StatusCode.NotFound, "RESIDENT_FILE_NOT_FOUND", () => DownloadAsync(Others, file));
        await Refusals.AssertAsync(StatusCode.NotFound, "RESIDENT_FILE_NOT_FOUND", () => WithdrawAsync(Others, file));
        await Refusals.AssertAsync(StatusCode.NotFound, "RESIDENT_MESSAGE_NOT_FOUND", () => WithdrawAsync(Others, message));
        foreach (var table in new[] { "resident_files", "resident_messages" })
        {
            Assert.Equal(0, await SeenAsync(Elsewhere, $"{table} where visibility = 'OwnAgency' and agency_id = 'welfare-general'"));
            Assert.True(await SeenAsync("welfare-general", $"{table} where visibility = 'OwnAgency'") > 0);
        }
        Assert.Equal(0, await SeenAsync("welfare-general", "resident_file_chunks"));
    }

    [Fact]
    public async Task View_CountsWhatTheReaderMayOpen()
    {
        var before = await CountedAsync();
        var kept = await Kept.FileAsync(Records, resident, Kept.Text());
        _ = await Kept.FileAsync(fixture.Records(Elsewhere), resident, Kept.Text(), visibility: RecordVisibility.OwnAgency);
        var taken = await Kept.FileAsync(Records, resident, Kept.Text());
        _ = await WithdrawAsync(Records, taken);
        _ = await Kept.MessageAsync(Records, resident);
        Assert.Equal((before.Files + 1, before.Messages + 1), await CountedAsync());
        Assert.Equal((before.Files, before.Messages), await CountedAsync(kept.AddedAt.ToDateTimeOffset().AddMilliseconds(-1)));
    }

    [Fact]
    public async Task FileOfAnotherResident_IsNotGivenOut()
    {
        var file = await Kept.FileAsync(Records, resident, Kept.Text());
        var other = (await fixture.Caseworker.SearchResidentsAsync(new() { Name = "久保田静江" })).Matches[0].Resident.ResidentId;
        file.ResidentId = other;
        await Refusals.AssertAsync(StatusCode.NotFound, "RESIDENT_FILE_NOT_FOUND", () => DownloadAsync(Records, file));
    }

    [Fact]
    public async Task WithdrawnFile_LosesItsBytes_AndItsAgencyAloneWithdrawsIt()
    {
        var file = await Kept.FileAsync(Records, resident, Kept.Text());
        await Refusals.AssertAsync(StatusCode.PermissionDenied, "NOT_OWN_RECORD", () => WithdrawAsync(Others, file));
        var withdrawn = await WithdrawAsync(Records, file);

        Assert.Equal(("worker-welfare-general", "登録誤り"), (withdrawn.WithdrawnBy, withdrawn.WithdrawalReason));
        Assert.Contains(withdrawn, (await Others.ListResidentFilesAsync(new() { ResidentId = resident, PageSize = 100 })).Files);
        await Refusals.AssertAsync(StatusCode.NotFound, "RESIDENT_FILE_NOT_FOUND", () => DownloadAsync(Records, file));
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "RECORD_WITHDRAWN", () => WithdrawAsync(Records, withdrawn));
        Assert.Equal(0, await AsStoreAsync($"resident_file_chunks where file_id = '{file.FileId}'"));
    }

    [Fact]
    public async Task WithdrawnMessage_LosesItsText_AndItsAgencyAloneWithdrawsIt()
    {
        var message = await Kept.MessageAsync(Records, resident);
        await Refusals.AssertAsync(StatusCode.PermissionDenied, "NOT_OWN_RECORD", () => WithdrawAsync(Others, message));
        var withdrawn = await WithdrawAsync(Records, message);

        Assert.Equal(("", "書き誤り"), (withdrawn.Text, withdrawn.WithdrawalReason));
        Assert.Contains(withdrawn, (await Others.ListResidentMessagesAsync(new() { ResidentId = resident, PageSize = 100 })).Messages);
    }

    [Fact]
    public async Task RepeatOfARequest_DoesNotGiveBackWhatWasWithdrawn()
    {
        var (id, request) = (Kept.NewId(), new WriteResidentMessageRequest { RequestId = Kept.NewId(), ResidentId = resident, Text = "姉の住まいは遠町" });
        var (message, other) = (await Records.WriteResidentMessageAsync(request), new WriteResidentMessageRequest(request) { RequestId = Kept.NewId() });
        var kept = await Records.WriteResidentMessageAsync(other);
        var file = await Kept.FileAsync(Records, resident, Kept.Text(), requestId: id);
        var (withdrawn, withdrawnFile) = (await WithdrawAsync(Records, message), await WithdrawAsync(Records, file));

        Assert.Equal(("", withdrawn), (withdrawn.Text, await Records.WriteResidentMessageAsync(request)));
        Assert.Equal(kept, await Records.WriteResidentMessageAsync(other));
        Assert.Equal(withdrawnFile, await Kept.FileAsync(Records, resident, Kept.Text(), requestId: id));
    }

    [Fact]
    public async Task Lists_ComeNewestFirstPageByPage()
    {
        var other = (await fixture.Caseworker.SearchResidentsAsync(new() { Name = "久保田静江" })).Matches[0].Resident.ResidentId;
        foreach (var text in new[] { "一", "二", "三" })
        {
            _ = await Kept.MessageAsync(Records, other, text);
            _ = await Kept.FileAsync(Records, other, Kept.Text(text), $"{text}.txt");
        }
        var (messages, files) = (new List<string>(), new List<string>());
        for (var token = ""; messages.Count == 0 || token.Length > 0;)
        {
            var page = await Records.ListResidentMessagesAsync(new() { ResidentId = other, PageSize = 2, PageToken = token });
            messages.AddRange(page.Messages.Select(m => m.Text));
            token = page.NextPageToken;
        }
        for (var token = ""; files.Count == 0 || token.Length > 0;)
        {
            var page = await Records.ListResidentFilesAsync(new() { ResidentId = other, PageSize = 2, PageToken = token });
            files.AddRange(page.Files.Select(f => f.FileName));
            token = page.NextPageToken;
        }
        Assert.Equal(["三", "二", "一"], messages);
        Assert.Equal(["三.txt", "二.txt", "一.txt"], files);
    }

    async Task<(int Files, int Messages)> CountedAsync(DateTimeOffset? knownAt = null)
    {
        var household = (await fixture.Caseworker.GetResidentAsync(new() { ResidentId = resident })).HouseholdId;
        var member = (await fixture.HouseholdAsync(household, knownAt: knownAt)).Members.Single(m => m.Resident.ResidentId == resident);
        return (member.FileCount, member.MessageCount);
    }

    // The service may refuse before all of it was sent: the answer says why.
    async Task UploadAsync(string who, byte[] bytes, string name = "覚え書き.txt")
    {
        using var upload = Records.AddResidentFile();
        try
        {
            foreach (var part in Kept.FileParts(who, bytes, name))
                await upload.RequestStream.WriteAsync(part);
            await upload.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // As told below.
        }
        _ = await upload;
    }

    static async Task<IReadOnlyList<Google.Api.HttpBody>> DownloadAsync(ResidentRecordService.ResidentRecordServiceClient client, ResidentFile file)
    {
        using var download = client.DownloadResidentFile(new() { ResidentId = file.ResidentId, FileId = file.FileId });
        var pieces = new List<Google.Api.HttpBody>();
        while (await download.ResponseStream.MoveNext(default))
            pieces.Add(download.ResponseStream.Current);
        return pieces;
    }

    static async Task<ResidentFile> WithdrawAsync(ResidentRecordService.ResidentRecordServiceClient client, ResidentFile file) =>
        await client.WithdrawResidentFileAsync(
            new() { RequestId = Kept.NewId(), ResidentId = file.ResidentId, FileId = file.FileId, ExpectedVersion = file.Version, Reason = "登録誤り" });

    static async Task<ResidentMessage> WithdrawAsync(ResidentRecordService.ResidentRecordServiceClient client, ResidentMessage message) =>
        await client.WithdrawResidentMessageAsync(
            new() { RequestId = Kept.NewId(), ResidentId = message.ResidentId, MessageId = message.MessageId, ExpectedVersion = message.Version, Reason = "書き誤り" });

    Task<long> UnfinishedAsync() => AsStoreAsync("resident_files where added_at is null");

    Task<long> UnfinishedChunksAsync() => AsStoreAsync("resident_file_chunks c join resident_files f on f.id = c.file_id where f.added_at is null");

    // Transactions of the service, apart from the test's own.
    Task<long> BusyAsync(string condition) => fixture.CountAsync(
        $"select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and {condition}");

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        _ = await command.ExecuteNonQueryAsync();
    }

    Task<long> AsStoreAsync(string from) =>
        fixture.CountAsync($"begin; set local tsunagu.principal = 'handler:resident-files'; select count(*) from {from}");

    Task<long> SeenAsync(string agency, string from) => fixture.CountAsync(
        $"begin; set local tsunagu.agency = '{agency}'; set local tsunagu.staff = 's'; set local tsunagu.purpose = 'test'; select count(*) from {from}");
}
