" Written by the tests from grammar/words.pest.
if exists("b:current_syntax")
  finish
endif
syntax iskeyword @,48-57,_,-,192-255
syntax match imlComment /#.*$/ contains=@Spell
syntax region imlString start=/"/ skip=/\\./ end=/"/ contains=@Spell
syntax match imlNumber /\<\d\+\>/
syntax match imlDate /\<\d\{4}-\d\d-\d\d\>/
syntax match imlOperator /->\|<=\|>=\|[<>=]/
syntax keyword imlKeyword a accept accepting adopted aim also always among an and annulled any
syntax keyword imlKeyword applies art article articles as aside at authority ban bars basis be
syntax keyword imlKeyword because before beyond binds breach breaches by called catalogue complaints days deciding
syntax keyword imlKeyword define discretion down duty encoded ends entitled equal establish establishes every exactly
syntax keyword imlKeyword example excerpt exhaustive expect fact file final for forbid force from full
syntax keyword imlKeyword gap general give given giving governed governs help hours implies in including
syntax keyword imlKeyword incompatible institution instrument interpreted interprets is justified justify kind laid law least
syntax keyword imlKeyword legality legislate level limit may means measure meets members met monitored months
syntax keyword imlKeyword most must necessary necessity never no non-derogable not not-examined not-found not-in-force note
syntax keyword imlKeyword notwithstanding of on one open or para party pass personal plural point
syntax keyword imlKeyword policy principle private procedure proportionality proportionate provided purpose question quote rank read
syntax keyword imlKeyword reason regardless relies repealed replaces require requires reservable reservation review safeguard saving
syntax keyword imlKeyword scenario searched serves service set severity short showing signed source stand standard
syntax keyword imlKeyword state step subject term text theme time title to to-assess unconfirmed under
syntax keyword imlKeyword unit unless until up uri url usually weeks weighed weighing when whenever
syntax keyword imlKeyword where within without years yes
highlight default link imlComment Comment
highlight default link imlString String
highlight default link imlNumber Number
highlight default link imlDate Number
highlight default link imlOperator Operator
highlight default link imlKeyword Keyword
let b:current_syntax = "iml"
