using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Gateway.Calls;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Edge;
using Tsunagu.Gateway.Routing;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Gateway.Audit;

/// <summary>The search of the audit over all services: who looked at this person's file.</summary>
static class AuditEverywhere
{
    const int LargestBody = 64 << 10;

    // As many as one search takes.
    const int MostRelated = 1000;
    static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Maps it under the path of the contract.</summary>
    public static void MapAuditEverywhere(this IEndpointRouteBuilder endpoints, ContractCatalogue catalogue)
    {
        var everywhere = catalogue.Operations.Single(o => o is { Form: OperationForm.OfAll, Method.Name: "SearchAudit" });
        foreach (var binding in everywhere.Bindings)
        {
            endpoints.MapMethods(RoutePatterns.Of(binding.Path), [binding.Method], context => HandleAsync(context, catalogue, everywhere))
                .RequireAuthorization()
                .WithMetadata(new JsonBody(), new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody));
        }
    }

    // One service that does not answer leaves the question open, and half an answer would look like a whole one.
    static Task HandleAsync(HttpContext context, ContractCatalogue catalogue, Operation everywhere) => OwnCalls.AnswerAsync(
        context, async () => await OwnCalls.WriteAsync(context, await SearchAsync(context, catalogue, everywhere, await ReadAsync(context))));

    static async Task<SearchAuditRequest> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        try
        {
            return Parser.Parse<SearchAuditRequest>(await reader.ReadToEndAsync(context.RequestAborted));
        }
        catch (Exception e) when (e is InvalidJsonException or InvalidProtocolBufferException)
        {
            throw new Refusal(RefusalKind.Invalid, "JSON_INVALID", "JSONの形式に誤りがあります。");
        }
    }

    static async Task<SearchAuditResponse> SearchAsync(
        HttpContext context, ContractCatalogue catalogue, Operation everywhere, SearchAuditRequest request)
    {
        var channels = context.RequestServices.GetRequiredService<ServiceChannels>();
        var size = FieldParser.PageSize(request.PageSize, 50, 200);
        var cursors = AuditCursors.Of(request.PageToken, catalogue.Services.Count);
        var headers = CallerHeaders.Of(context.Request);
        if (request is { SubjectKind.Length: > 0, SubjectId.Length: > 0, Related.Count: 0 })
            request.Related.Add(await RelatedAsync());
        var pages = await Task.WhenAll(catalogue.Services.Select(PageAsync));
        var (entries, next) = cursors.Merge(pages, size);
        return new SearchAuditResponse { Entries = { entries }, NextPageToken = next.ToString() };

        async Task<SearchAuditResponse?> PageAsync(string service, int number)
        {
            if (cursors.Tokens[number] is not { } token)
                return null;
            var part = new SearchAuditRequest(request) { PageToken = token, PageSize = size };
            return await CallAsync(service, audit => audit.SearchAuditAsync(part, headers, cancellationToken: context.RequestAborted));
        }

        // Which cases and consultations are a person's is known to one service; what happened to their referrals and meetings, to others.
        async Task<IEnumerable<AuditedRecord>> RelatedAsync()
        {
            var question = new ListRelatedRecordsRequest { SubjectKind = request.SubjectKind, SubjectId = request.SubjectId };
            var answers = await Task.WhenAll(catalogue.Services.Select(service =>
                CallAsync(service, audit => audit.ListRelatedRecordsAsync(question, headers, cancellationToken: context.RequestAborted))));
            return answers.SelectMany(answer => answer.Records).Distinct().Take(MostRelated);
        }

        Task<T> CallAsync<T>(string service, Func<AuditService.AuditServiceClient, AsyncUnaryCall<T>> call) =>
            channels.CallAsync(everywhere with { Service = service }, async invoker => await call(new AuditService.AuditServiceClient(invoker)), () => true);
    }
}
