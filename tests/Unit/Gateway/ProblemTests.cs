using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Microsoft.AspNetCore.Http;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Gateway.Problems;
using Tsunagu.ServiceDefaults.Errors;
using Xunit;
using Yarp.ReverseProxy.Forwarder;
using Status = Google.Rpc.Status;

namespace Tsunagu.Tests.Unit.Gateway;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(Code.InvalidArgument, 400)]
    [InlineData(Code.OutOfRange, 400)]
    [InlineData(Code.Unauthenticated, 401)]
    [InlineData(Code.PermissionDenied, 403)]
    [InlineData(Code.NotFound, 404)]
    [InlineData(Code.AlreadyExists, 409)]
    [InlineData(Code.FailedPrecondition, 409)]
    [InlineData(Code.Aborted, 409)]
    [InlineData(Code.ResourceExhausted, 429)]
    [InlineData(Code.Cancelled, 503)]
    [InlineData(Code.Unknown, 500)]
    [InlineData(Code.Internal, 500)]
    [InlineData(Code.DataLoss, 500)]
    [InlineData(Code.Unimplemented, 501)]
    [InlineData(Code.Unavailable, 503)]
    [InlineData(Code.DeadlineExceeded, 504)]
    [InlineData((Code)4711, 500)]
    public void Code_BecomesItsHttpStatus(Code code, int http) =>
        Assert.Equal(http, RpcProblems.From(new Status { Code = (int)code }, conditional: false).Status);

    [Fact]
    public void StaleVersion_WithIfMatch_Is412() =>
        Assert.Equal(412, RpcProblems.From(new Status { Code = (int)Code.Aborted }, conditional: true).Status);

    [Fact]
    public void TooLarge_Is413() =>
        Assert.Equal(413, RpcProblems.From(Refusal(Code.ResourceExhausted, "FILE_TOO_LARGE", "大きすぎます。"), conditional: false).Status);

    [Fact]
    public void OwnRefusal_KeepsCodeWordsAndFields()
    {
        var refusal = Refusal(Code.InvalidArgument, "FIELD_INVALID", "入力に誤りがあります。");
        refusal.Details.Add(Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "page_size", Description = "1から100です。" } } }));

        var problem = RpcProblems.From(refusal, conditional: false);

        Assert.Equal(("FIELD_INVALID", "入力に誤りがあります。"), (problem.Code, problem.Detail));
        Assert.Equal(new FieldProblem("page_size", "1から100です。"), Assert.Single(problem.Errors));
    }

    [Fact]
    public void WordsOfALibrary_AreNotRepeated()
    {
        var problem = RpcProblems.From(new Status { Code = (int)Code.InvalidArgument, Message = "Npgsql.PostgresException: SELECT" }, conditional: false);

        Assert.DoesNotContain("Npgsql", JsonSerializer.Serialize(problem, ProblemJson.Readable.Problem), StringComparison.Ordinal);
        Assert.Equal("INVALID_ARGUMENT", problem.Code);
    }

    [Theory]
    [InlineData("channel", "選択肢にない値です。")]
    [InlineData("receivedAt", "日時は2026-01-02T03:04:05Zの形式で指定してください。")]
    [InlineData("noSuchField.inner", "値の形式が正しくありません。")]
    public void UnreadField_IsNamedInOurWords(string field, string words)
    {
        var refusal = new Status { Code = (int)Code.InvalidArgument, Message = "The field takes a value." };
        refusal.Details.Add(Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = "The field takes a value." } } }));

        var problem = RpcProblems.From(refusal, conditional: false, RecordConsultationRequest.Descriptor);

        Assert.Equal("INVALID_ARGUMENT", problem.Code);
        Assert.Equal(new FieldProblem(field, words), Assert.Single(problem.Errors));
        Assert.DoesNotContain("The field", JsonSerializer.Serialize(problem, ProblemJson.Readable.Problem), StringComparison.Ordinal);
    }

    [Fact]
    public void StatusJson_IsReadWithItsDetails()
    {
        var json = new JsonFormatter(new JsonFormatter.Settings(false, Google.Protobuf.Reflection.TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)))
            .Format(Refusal(Code.Aborted, "VERSION_STALE", "古い版です。"));

        Assert.Equal("VERSION_STALE", RpcProblems.From(StatusJson.Read(Encoding.UTF8.GetBytes(json))!, conditional: false).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"code":3,"details":[{"@type":"type.googleapis.com/unknown.Thing"}]}""")]
    [InlineData("""{"code":"three"}""")]
    public void WhatIsNoStatus_IsNull(string text) => Assert.Null(StatusJson.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Json_HasTheMembersOfRfc9457AndReadableJapanese()
    {
        var json = JsonSerializer.Serialize(ProblemTexts.ForStatus(404) with { TraceId = "0af7" }, ProblemJson.Readable.Problem);

        Assert.Equal("""{"type":"urn:tsunagu:problem:NOT_FOUND","title":"見つかりません","status":404,"code":"NOT_FOUND","detail":"指定された情報または操作が見つかりません。","errors":[],"traceId":"0af7"}""", json);
    }

    static Status Refusal(Code code, string reason, string words) => new()
    {
        Code = (int)code,
        Message = words,
        Details = { Any.Pack(ErrorReason.In("tsunagu", reason)), Any.Pack(new LocalizedMessage { Locale = "ja", Message = words }) },
    };

    [Fact]
    public void BodyThatWasNotReadBecauseTheServiceWentAway_IsNoMistakeOfTheCaller()
    {
        // As the proxy reports it: a connection that is lost calls the reading of the body off.
        var lost = new HttpRequestException(HttpRequestError.Unknown, null, new IOException("", new OperationCanceledException()));

        Assert.Equal(502, StatusProblems.StatusOf(new Failure(ForwarderError.RequestBodyClient, lost)));
        Assert.Equal(502, StatusProblems.StatusOf(new Failure(ForwarderError.RequestBodyClient, new AggregateException(new HttpRequestException(), lost))));
    }

    [Fact]
    public void BodyThatTheCallerBrokeOff_IsTheCallersMistake()
    {
        Assert.Equal(400, StatusProblems.StatusOf(new Failure(ForwarderError.RequestBodyClient, new IOException())));
        Assert.Equal(408, StatusProblems.StatusOf(new Failure(ForwarderError.RequestBodyClient, new IOException("", new BadHttpRequestException("", 408)))));
    }

    sealed record Failure(ForwarderError Error, Exception? Exception) : IForwarderErrorFeature;
}
