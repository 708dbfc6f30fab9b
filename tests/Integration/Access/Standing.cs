namespace Tsunagu.Tests.Integration.Access;

/// <summary>How a caller's agency stands to the record; the columns of the access table in their order.</summary>
public enum Standing
{
    Owner,
    Receiver,
    Granted,
    Expired,
    Stranger,
}
