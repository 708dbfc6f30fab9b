using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Problems;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Gateway.DevIssuer;

/// <summary>Discovery, keys and tokens below <c>/dev</c>.</summary>
static class DevIssuerEndpoints
{
    const string BearerType = "Bearer";

    /// <summary>Maps the issuer; called in Development alone.</summary>
    public static void MapDevIssuer(this IEndpointRouteBuilder endpoints)
    {
        var dev = endpoints.MapGroup("/dev");
        dev.MapGet("/.well-known/openid-configuration", (TokenIssuer tokens) => Results.Json(IssuerDescription.Of(tokens)));
        dev.MapGet("/jwks", (TokenIssuer tokens) => Results.Json(IssuerDescription.KeysOf(tokens)));
        dev.MapGet("/staff", Guarded(ListStaffAsync));
        dev.MapPost("/token", Guarded(StaffTokenAsync));
        dev.MapPost("/connect/token", ClientTokenAsync);
    }

    // The directory is another service: its refusal is answered as any other.
    static RequestDelegate Guarded(RequestDelegate handler) => async context =>
    {
        try
        {
            await handler(context);
        }
        catch (RpcException refused)
        {
            await ProblemWriter.WriteAsync(context, RpcProblems.From(refused.GoogleStatus(), conditional: false));
        }
    };

    static async Task ListStaffAsync(HttpContext context)
    {
        var directory = context.RequestServices.GetRequiredService<StaffDirectory>();
        var names = (await directory.AgenciesAsync(context.RequestAborted)).ToDictionary(a => a.AgencyId, a => a.Name);
        var staff = (await directory.StaffAsync(context.RequestAborted)).Select(s => new SampleStaff(
            s.StaffId, s.Name, s.AgencyId, names.GetValueOrDefault(s.AgencyId, ""), [.. s.Roles.Select(RoleNames.Name)]));
        await context.Response.WriteAsJsonAsync(new { staff }, context.RequestAborted);
    }

    static async Task StaffTokenAsync(HttpContext context)
    {
        var staffId = await ReadStaffIdAsync(context.Request);
        if (staffId is null)
        {
            await ProblemWriter.WriteAsync(context, new Problem(400, "INVALID_ARGUMENT", "本文に{\"staffId\": \"…\"}を指定してください。"));
            return;
        }

        var directory = context.RequestServices.GetRequiredService<StaffDirectory>();
        var staff = (await directory.StaffAsync(context.RequestAborted)).FirstOrDefault(s => s.StaffId == staffId);
        if (staff is null)
        {
            await ProblemWriter.WriteAsync(context, new Problem(404, "STAFF_NOT_FOUND", "指定された職員は登録されていません。"));
            return;
        }

        var token = context.RequestServices.GetRequiredService<TokenIssuer>().ForStaff(staff);
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(new StaffToken(token, BearerType, (int)TokenIssuer.Lifetime.TotalSeconds), context.RequestAborted);
    }

    static async Task<string?> ReadStaffIdAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return null;
        try
        {
            return await request.ReadFromJsonAsync<StaffTokenRequest>(request.HttpContext.RequestAborted) is { StaffId.Length: > 0 } body ? body.StaffId : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static async Task<IResult> ClientTokenAsync(HttpRequest request, TokenIssuer tokens, ContractCatalogue catalogue, IOptions<IdentityOptions> identity)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        if (form["grant_type"] != "client_credentials")
            return Results.Json(new ClientRefusal("unsupported_grant_type"), statusCode: StatusCodes.Status400BadRequest);
        var id = form["client_id"].ToString();
        if (!SameSecret(form["client_secret"].ToString(), identity.Value.ClientSecret) || !catalogue.Services.Append("gateway").Contains(id))
            return Results.Json(new ClientRefusal("invalid_client"), statusCode: StatusCodes.Status401Unauthorized);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new ClientToken(tokens.ForService(id), BearerType, (int)TokenIssuer.Lifetime.TotalSeconds));
    }

    // Compared as hashes, so that neither content nor length shows in the time taken.
    static bool SameSecret(string given, string? expected) =>
        !string.IsNullOrEmpty(expected)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
