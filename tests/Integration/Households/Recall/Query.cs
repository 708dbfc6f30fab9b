using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Integration.Households.Recall;

/// <summary>A question about somebody, with one error.</summary>
sealed record Query(ErrorKind Error, Beside Beside, Inhabitant Meant, SearchResidentsRequest Request);
