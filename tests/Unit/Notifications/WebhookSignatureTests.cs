using System.Text;
using Tsunagu.Notifications.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Notifications;

public sealed class WebhookSignatureTests
{
    /// <summary>The example of the Standard Webhooks specification's reference libraries.</summary>
    [Fact]
    public void Signature_IsThatOfThePublishedExample() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Sign(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                Encoding.UTF8.GetBytes("""{"test": 2432232314}""")));

    [Theory]
    [InlineData("msg_2", 1614265330, "{}")]
    [InlineData("msg_1", 1614265331, "{}")]
    [InlineData("msg_1", 1614265330, "{ }")]
    public void Signature_ChangesWithIdTimeAndBody(string id, long timestamp, string body) =>
        Assert.NotEqual(
            WebhookSignature.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_1", 1614265330, "{}"u8),
            WebhookSignature.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id, timestamp, Encoding.UTF8.GetBytes(body)));
}
