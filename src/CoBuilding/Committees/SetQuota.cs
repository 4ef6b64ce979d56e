using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

/// <summary>Sets the district's range of part-time members for one kind of committee.</summary>
public sealed class SetQuota(Door door)
{
    public sealed record Form : WritingForm
    {
        public CommitteeKind Kind { get; init; }
        public int Min { get; set; }
        public int Max { get; set; }

        /// <summary>Appointing beyond the range needs a reason.</summary>
        public bool RequiresReason { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Min).InclusiveBetween(0, 99);
                RuleFor(f => f.Max).InclusiveBetween(0, 99).GreaterThanOrEqualTo(f => f.Min);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepSettings, form, ct);
        var quota = await db.Quotas.SingleOrDefaultAsync(q => q.Kind == form.Kind, ct);
        if (quota is null) db.Quotas.Add(new Quota { Kind = form.Kind, Min = form.Min, Max = form.Max, RequiresReason = form.RequiresReason });
        else (quota.Min, quota.Max, quota.RequiresReason) = (form.Min, form.Max, form.RequiresReason);
        await db.CommitAsync(ct);
    }
}
