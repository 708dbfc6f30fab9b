namespace Tsunagu.Tests.StandIns.Web;

/// <summary>The two forms of gRPC-Web.</summary>
public enum WebForm
{
    Binary,
    Text,
}
