module dev.plinth/tools/language-java

go 1.26

require (
	github.com/pulumi/pulumi-java/pkg v1.22.0
	github.com/pulumi/pulumi/pkg/v3 v3.228.0
)
