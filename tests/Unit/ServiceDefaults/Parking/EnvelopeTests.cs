using System.Text;
using Tsunagu.ServiceDefaults.Parking;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Parking;

public sealed class EnvelopeTests
{
    const string Record = "0196b1a0-0000-7000-8000-000000000001";
    const string Event = "0196b1a0-0000-7000-8000-000000000002";

    [Fact]
    public void WholeMessage_IsReadWhole()
    {
        var read = Read($$"""{"messageType":["urn:message:A:B"],"message":{"eventId":"{{Event}}","aggregateId":"{{Record}}","sequence":7} }""");

        Assert.Equal(new Envelope(Guid.Parse(Event), Guid.Parse(Record), 7, "urn:message:A:B"), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"message":[]}""")]
    [InlineData("""{"message":{"eventId":5,"aggregateId":"x","sequence":"1"},"messageType":"urn:message:A:B"}""")]
    [InlineData("""{"messageType":["a name with blanks"],"message":{"sequence":1.5}}""")]
    public void WhatCannotBeRead_IsLeftOpen_AndTheMessageHasAnIdOfItsContent(string body)
    {
        var read = Read(body);

        Assert.Equal((null, null, ""), (read.AggregateId, read.Sequence, read.Type));
        Assert.Equal(read, Read(body));
        Assert.NotEqual(read.EventId, Read(body + " ").EventId);
    }

    [Fact]
    public void TextThatIsNoUtf8_IsNoFailure() =>
        Assert.Equal("", Envelope.Read([.. "{\"messageType\":[\""u8, 0xFF, 0xFE, .. "\"]}"u8]).Type);

    [Fact]
    public void RecordAlone_IsEnoughToKeepItsLineInOrder() =>
        Assert.Equal(Guid.Parse(Record), Read($$"""{"message":{"aggregateId":"{{Record}}"} }""").AggregateId);

    static Envelope Read(string body) => Envelope.Read(Encoding.UTF8.GetBytes(body));
}
