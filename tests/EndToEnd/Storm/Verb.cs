namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>What is done to a つなぐシート after it was drafted.</summary>
enum Verb
{
    Send,
    Receive,
    Accept,
    Return,
    Decline,
    Complete,
}
