using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>Gives files out in pieces; some are not there, and one goes away on the way.</summary>
public sealed class SampleRecords : ResidentRecordService.ResidentRecordServiceBase
{
    public const string Absent = "absent";
    public const string Broken = "broken";

    /// <summary>Bytes with line ends at every edge of a piece.</summary>
    public static byte[] Piece(int number) => [(byte)'\n', (byte)number, 0, 0xFF, (byte)'\n'];

    public override async Task DownloadResidentFile(
        DownloadResidentFileRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        if (request.FileId == Absent)
            throw Gone();
        for (var i = 0; i < 3; i++)
        {
            await responseStream.WriteAsync(new HttpBody { ContentType = "image/png", Data = ByteString.CopyFrom(Piece(i)) });
            if (request.FileId == Broken)
                throw Gone();
        }
    }

    static Refusal Gone() => new(RefusalKind.NotFound, "RESIDENT_FILE_NOT_FOUND", "そのファイルはありません。");
}
