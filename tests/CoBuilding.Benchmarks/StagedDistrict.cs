using CoBuilding.Access;

namespace CoBuilding.Benchmarks;

internal sealed record StagedDistrict(Guid Id, string Slug, Scope Admin, IReadOnlyList<StagedStreet> Streets);
